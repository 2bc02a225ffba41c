package nursery.notebook;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.function.Function;
import nursery.report.Display;
import nursery.report.Displayable;
import nursery.report.Screen;
import nursery.report.Views;

/** Nursery inside IJava, which loads no extensions: {@link Notebook#init()} looks for the running kernel. */
final class IJavaBridge implements Notebook.Bridge {

    IJavaBridge() {}

    @Override
    public void attach() throws ReflectiveOperationException {
        Object running = Class.forName("io.github.spencerpark.ijava.IJava")
                .getMethod("getKernelInstance")
                .invoke(null);
        if (running instanceof BaseKernel kernel) {
            install(kernel);
        }
    }

    static void install(BaseKernel kernel) {
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
            data.putTransientData("display_id", id);
            return data;
        }
    }
}
