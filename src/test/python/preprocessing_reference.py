"""Column statistics of a small table, in NumPy: python3 preprocessing_reference.py > ../resources/preprocessing_reference.txt"""
import numpy as np

rng = np.random.default_rng(231)
train = rng.normal([3.0, -200.0, 1e-3], [2.0, 50.0, 1e-4], size=(7, 3))
other = rng.normal([3.0, -200.0, 1e-3], [2.0, 50.0, 1e-4], size=(4, 3))


def line(name, values):
    print(name, *(repr(float(v)) for v in np.asarray(values).ravel()))


line("train", train)
line("other", other)
line("centered_train", train - train.mean(axis=0))
line("centered_other", other - train.mean(axis=0))
line("standardized_train", (train - train.mean(axis=0)) / train.std(axis=0))
line("standardized_other", (other - train.mean(axis=0)) / train.std(axis=0))
