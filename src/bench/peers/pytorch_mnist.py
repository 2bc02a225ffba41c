"""Five epochs of 784-256-128-10 on MNIST with Adam, batch 128. Usage: pytorch_mnist.py THREADS FOLDER-OF-IDX-FILES"""
import gzip
import os
import sys

threads, folder = int(sys.argv[1]), sys.argv[2]
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(threads)

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(threads)
torch.manual_seed(1)


def idx(name, header):
    with gzip.open(os.path.join(folder, name)) as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


images = torch.from_numpy(idx("train-images-idx3-ubyte.gz", 16).reshape(-1, 784).astype(np.float32) / 255)
labels = torch.from_numpy(idx("train-labels-idx1-ubyte.gz", 8).astype(np.int64))
test_images = torch.from_numpy(idx("t10k-images-idx3-ubyte.gz", 16).reshape(-1, 784).astype(np.float32) / 255)
test_labels = torch.from_numpy(idx("t10k-labels-idx1-ubyte.gz", 8).astype(np.int64))
mean = images[:55000].mean(0)
images, test_images = images - mean, test_images - mean

net = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
for epoch in range(5):
    order = torch.randperm(55000)
    total, right = 0.0, 0
    for start in range(0, 55000, 128):
        rows = order[start:start + 128]
        optimizer.zero_grad()
        scores = net(images[rows])
        loss = F.cross_entropy(scores, labels[rows])
        loss.backward()
        optimizer.step()
        total += loss.item() * len(rows)
        right += (scores.argmax(1) == labels[rows]).sum().item()
    with torch.no_grad():
        scores = net(images[55000:])
        F.cross_entropy(scores, labels[55000:]).item(), (scores.argmax(1) == labels[55000:]).float().mean().item()
with torch.no_grad():
    print(f"{(net(test_images).argmax(1) == test_labels).float().mean().item():.4f}")
