package nursery.notebook;

import java.util.function.Function;
import nursery.report.Display;
import nursery.report.Displayable;
import nursery.report.Screen;
import nursery.report.Views;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Nursery inside JJava, and inside its own kernel, which is built on JJava's library. */
public final class JJavaExtension implements Extension, Notebook.Bridge {

    /** Called by the kernels, by way of {@code META-INF/services}. */
    public JJavaExtension() {}

    @Override
    public void install(BaseKernel kernel) {
        Views.register(new Views.Renderers() {
            @Override
            public <T> void add(Class<T> type, Function<T, Displayable> view) {
                kernel.getRenderer()
                        .createRegistration(type)
                        .preferring(MIMEType.TEXT_HTML)
                        .supporting(MIMEType.TEXT_PLAIN)
                        .register((value, context) -> fill(context.getOutputContainer(), view.apply(value)));
            }
        });
        Display.use(new KernelScreen(kernel));
        Notebook.attached();
    }

    @Override
    public void attach() {
        install(BaseKernel.notebookKernel());
    }

    private static void fill(DisplayData data, Displayable d) {
        data.putText(d.toString());
        data.putHTML(d.html());
    }

    private record KernelScreen(BaseKernel kernel) implements Screen {

        @Override
        public void show(String id, Displayable d) {
            kernel.display(data(id, d));
        }

        @Override
        public void update(String id, Displayable d) {
            kernel.getIO().display.updateDisplay(data(id, d));
        }

        private static DisplayData data(String id, Displayable d) {
            var data = new DisplayData();
            fill(data, d);
            data.putTransientData("display_id", id); // setDisplayId has another return type in later versions
            return data;
        }
    }
}
