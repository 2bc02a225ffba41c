// Unpacks plotly.js and lets it replace the static pictures of all charts that wait in nurseryCharts, now and later.
// A chart is {id, traces, layout, draw}: draw(Plotly) runs Tablesaw's script; the rest is added to what that passes on.
(function (payload) {
  if (window.nurseryCharts && window.nurseryCharts.ready) return;

  function decode() {
    var bytes = Uint8Array.from(atob(payload), function (c) { return c.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).text();
  }

  // RequireJS (classic Notebook, exported pages) would take an anonymous module for its own: hide it from the source.
  function evaluate(source) {
    var before = window.Plotly;
    new Function('define', 'module', 'exports', 'require', source).call(window);
    var Plotly = window.Plotly;
    if (before) window.Plotly = before; // another version that something else on the page draws with
    return Plotly;
  }

  function add(into, from) {
    Object.keys(from).forEach(function (key) {
      var old = into[key];
      if (old && typeof old === 'object' && !Array.isArray(old)) add(old, from[key]);
      else into[key] = from[key];
    });
  }

  function draw(Plotly, chart, target) {
    var picture = target.previousElementSibling;
    target.setAttribute('data-drawn', 'false');
    function stay(reason) {
      Plotly.purge(target);
      target.textContent = '';
      picture.style.display = '';
      console.warn('Nursery: this chart stays a static picture: ' + reason);
    }
    function newPlot(div, data, layout, config) {
      layout = layout || {};
      chart.traces.forEach(function (extra, i) { add(data[i], extra); });
      add(layout, chart.layout);
      // no toolbar: it covers the title; dragging zooms, a double click goes back
      config = Object.assign({responsive: true, displaylogo: false, displayModeBar: false}, config);
      if (layout.width > target.parentNode.parentNode.clientWidth) delete layout.width; // a phone
      picture.style.display = 'none';
      return Plotly.newPlot(target, data, layout, config).then(function () {
        if (!target._fullData.every(function (trace) { return trace.type === (data[trace.index].type || 'scatter'); })) {
          stay('plotly.js is packed without its kind of trace');
        } else {
          target.setAttribute('data-drawn', 'true');
          target.setAttribute('role', 'img'); // the picture's words, for those who do not see the chart
          target.setAttribute('aria-label', picture.alt);
        }
      }).catch(stay);
    }
    try {
      chart.draw({newPlot: newPlot});
    } catch (error) {
      stay(error);
    }
  }

  // A cell that was copied brings its id twice, and some front ends insert an output after its script has run.
  function place(Plotly, chart, tries) {
    var targets = document.querySelectorAll('[id="' + chart.id + '"]:not([data-drawn])');
    targets.forEach(function (target) { draw(Plotly, chart, target); });
    if (targets.length === 0 && tries > 0) {
      setTimeout(function () { place(Plotly, chart, tries - 1); }, 50);
    }
  }

  decode().then(function (source) {
    var waiting = window.nurseryCharts;
    if (waiting && waiting.ready) return;
    var Plotly = evaluate(source);
    window.nurseryCharts = {ready: true, push: function (chart) { place(Plotly, chart, 100); }};
    (waiting || []).forEach(window.nurseryCharts.push);
  }).catch(function (error) {
    console.warn('Nursery: charts stay static pictures: ' + error);
  });
})
