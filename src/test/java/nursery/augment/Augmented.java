package nursery.augment;

import java.util.function.IntToDoubleFunction;
import nursery.tensor.Precision;
import nursery.tensor.Seed;
import nursery.tensor.Shape;
import nursery.tensor.Tensor;

/** A batch before and after an augmentation; row i is of class i modulo the number of classes. */
record Augmented(Tensor before, Tensor x, Tensor labels, Tensor t) {

    static Augmented of(Augmentation augmentation, Shape row, int rows, int classes, IntToDoubleFunction pixel) {
        return of(augmentation, row, rows, classes, pixel, Precision.FLOAT32, 1);
    }

    static Augmented of(
            Augmentation augmentation,
            Shape row,
            int rows,
            int classes,
            IntToDoubleFunction pixel,
            Precision precision,
            long step) {
        Tensor before = Tensor.zeros(row.batch(rows), precision);
        for (int i = 0; i < before.size(); i++) {
            before.set(i, pixel.applyAsDouble(i));
        }
        Tensor labels = Tensor.zeros(Shape.of(rows, classes), precision);
        for (int i = 0; i < rows; i++) {
            labels.set(i * classes + i % classes, 1);
        }
        Tensor x = before.copy();
        Tensor t = labels.copy();
        Augmenter.of(augmentation, row, classes, rows, Seed.of(7)).apply(x, t, step);
        return new Augmented(before, x, labels, t);
    }
}
