"""Reference numbers for ConfusionTest, from scikit-learn.

Run with: python3 src/test/python/metrics_reference.py > src/test/resources/metrics_reference.txt
"""
import numpy as np
from sklearn import metrics

random = np.random.default_rng(4)
ROWS, CLASSES = 200, 6
actual = random.choice(CLASSES, ROWS, p=[0.3, 0.2, 0.2, 0.1, 0.2, 0])  # no rows of class 5
scores = random.normal(size=(ROWS, CLASSES))
scores[np.arange(ROWS), actual] += 1
scores[:, 4] -= 100  # never predicted
predicted = scores.argmax(1)


def line(name, values):
    print(name, *(repr(v) for v in np.asarray(values, dtype=float).reshape(-1).tolist()))


line("actual", actual)
line("scores", scores)
line("counts", metrics.confusion_matrix(actual, predicted, labels=range(CLASSES)))
every = metrics.precision_recall_fscore_support(actual, predicted, labels=range(CLASSES), zero_division=0)
for name, values in zip(("precision", "recall", "f1", "rows"), every):
    line(name, values)
with_rows = metrics.precision_recall_fscore_support(
    actual, predicted, labels=range(5), average="macro", zero_division=0
)
line("macro", with_rows[:3])
line("accuracy", metrics.accuracy_score(actual, predicted))
line("top", [metrics.top_k_accuracy_score(actual, scores, k=k, labels=range(CLASSES)) for k in range(1, CLASSES)])
