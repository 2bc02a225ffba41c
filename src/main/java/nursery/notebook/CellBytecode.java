package nursery.notebook;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes the code of a cell stoppable: calls {@link CellGuard#poll()} at the start of every method and before every
 * jump backwards, and {@link CellGuard#exit(int)} instead of {@code System.exit}. Libraries are left as they are.
 */
final class CellBytecode extends ClassVisitor {

    private static final String GUARD = "nursery/notebook/CellGuard";

    private CellBytecode(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The guarded class; a class file newer than the bytecode library comes back unchanged. */
    static byte[] guard(byte[] classFile) {
        ClassReader reader;
        try {
            reader = new ClassReader(classFile);
        } catch (IllegalArgumentException tooNew) {
            return classFile;
        }
        var writer = new ClassWriter(reader, 0); // the calls need no stack, so sizes and frames stay valid
        reader.accept(new CellBytecode(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
        return new Guarded(super.visitMethod(access, name, type, signature, exceptions));
    }

    private static final class Guarded extends MethodVisitor {

        private final Set<Label> behind = new HashSet<>();

        Guarded(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            poll();
        }

        @Override
        public void visitLabel(Label label) {
            behind.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (behind.contains(target)) {
                poll();
            }
            super.visitJumpInsn(opcode, target);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
            if (owner.equals("java/lang/System") && name.equals("exit")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "exit", "(I)V", false);
            } else if (owner.equals("java/lang/Runtime") && (name.equals("exit") || name.equals("halt"))) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "exit", "(Ljava/lang/Runtime;I)V", false);
            } else {
                super.visitMethodInsn(opcode, owner, name, type, isInterface);
            }
        }

        private void poll() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, "poll", "()V", false);
        }
    }
}
