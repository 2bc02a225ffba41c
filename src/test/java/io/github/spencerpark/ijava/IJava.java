package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import nursery.notebook.SmallCells;

/** A small kernel on IJava's library, found by Nursery where the real IJava has its kernel. */
public final class IJava {

    private static BaseKernel kernel;

    private IJava() {}

    /** The running kernel, as in the real IJava. */
    public static BaseKernel getKernelInstance() {
        return kernel;
    }

    /**
     * Runs the kernel.
     *
     * @param args the connection file
     * @throws Exception if the kernel cannot start
     */
    public static void main(String[] args) throws Exception {
        JupyterSocket.JUPYTER_LOGGER.setLevel(Level.WARNING);
        var connection = new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
        kernel = new SmallKernel();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        connection.waitUntilClose();
        System.exit(0);
    }

    private static final class SmallKernel extends BaseKernel {

        @Override
        public DisplayData eval(String expression) {
            Object value = SmallCells.run(expression);
            return value == null ? null : getRenderer().render(value);
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return new LanguageInfo.Builder("java").build();
        }
    }
}
