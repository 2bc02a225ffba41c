"""PCA, whitening and bilinear resizing: python3 projection_reference.py > ../resources/projection_reference.txt

NumPy's eigenvectors, with the sign that makes the number of largest size positive; scikit-learn must agree but for signs,
and for dividing by rows - 1 instead of rows. Resizing is PyTorch's interpolate.
"""
import numpy as np
import torch
from sklearn.decomposition import PCA
from sklearn.preprocessing import MinMaxScaler

rng = np.random.default_rng(231)
mix = rng.normal(size=(4, 4)) * [3, 1, 0.5, 0.2]
train = rng.normal(size=(40, 4)) @ mix + [1, -2, 0, 5]
other = rng.normal(size=(5, 4)) @ mix + [1, -2, 0, 5]
image = rng.normal(size=(2, 3, 5, 4))


def line(name, values):
    print(name, *(repr(float(v)) for v in np.asarray(values).ravel()))


mean = train.mean(axis=0)
values, vectors = np.linalg.eigh((train - mean).T @ (train - mean) / len(train))
values, vectors = values[::-1], vectors[:, ::-1]
vectors = vectors * np.sign(vectors[np.abs(vectors).argmax(axis=0), range(4)])

for x, rows in (("train", train), ("other", other)):
    n = len(train)
    projected = (rows - mean) @ vectors
    whitened = projected / np.sqrt(values)
    assert np.allclose(np.abs(PCA().fit(train).transform(rows)), np.abs(projected))
    assert np.allclose(np.abs(PCA(whiten=True).fit(train).transform(rows)) * np.sqrt(n / (n - 1)), np.abs(whitened))
    line(x, rows)
    line("min_max_" + x, MinMaxScaler().fit(train).transform(rows))
    line("pca_" + x, projected)
    line("pca2_" + x, projected[:, :2])
    line("whitened_" + x, whitened)
    line("whitened_with_epsilon_" + x, projected / np.sqrt(values + 0.1))
line("variances", values)
line("vectors", vectors)

line("image", image)
for height, width in ((7, 9), (3, 2), (5, 4), (1, 1)):
    resized = torch.nn.functional.interpolate(torch.tensor(image), size=(height, width), mode="bilinear")
    line(f"resized_{height}_{width}", resized)
