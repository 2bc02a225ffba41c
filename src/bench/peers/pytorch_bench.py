"""The comparison's workloads in PyTorch on random data. Usage: pytorch_bench.py THREADS [abcde]"""
import os
import statistics
import sys
import time

threads = int(sys.argv[1])
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(threads)

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(threads)
BATCHES = 40


def net_a():
    net = nn.Sequential(nn.Linear(3072, 50), nn.ReLU(), nn.Linear(50, 10))
    return net, torch.optim.SGD(net.parameters(), lr=1e-4, momentum=0.9), (100, 3072)


def net_b():
    layers, width = [], 3072
    for _ in range(5):
        layers += [nn.Linear(width, 100), nn.BatchNorm1d(100), nn.ReLU()]
        width = 100
    net = nn.Sequential(*layers, nn.Linear(100, 10))
    return net, torch.optim.Adam(net.parameters(), lr=1e-4), (100, 3072)


def net_c():
    net = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))
    return net, torch.optim.Adam(net.parameters(), lr=1e-4), (128, 784)


def net_e():
    net = nn.Sequential(
        nn.Conv2d(3, 32, 3, padding=1), nn.ReLU(), nn.Conv2d(32, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(32 * 16 * 16, 100), nn.ReLU(), nn.Linear(100, 10))
    return net, torch.optim.Adam(net.parameters(), lr=1e-4), (50, 3, 32, 32)


def training_step(make):
    net, optimizer, shape = make()
    rows = shape[0]
    x, y = torch.randn(BATCHES * rows, *shape[1:]), torch.randint(0, 10, (BATCHES * rows,))
    count = 0

    def step():
        nonlocal count
        start = count % BATCHES * rows
        count += 1
        optimizer.zero_grad()
        F.cross_entropy(net(x[start:start + rows]), y[start:start + rows]).backward()
        optimizer.step()

    return step, rows


def forward_d():
    torch.set_grad_enabled(False)
    weights = [torch.randn(4096, 4096) * 0.01 for _ in range(6)]
    start = torch.randn(16, 4096)

    def forward():
        x = start
        for w in weights:
            x = torch.tanh(x @ w)
        return x

    return forward, 16


def seconds(call, rounds=7, length=0.3):
    """The median over rounds of at least so many seconds."""
    for _ in range(3):
        call()
    start = time.perf_counter()
    call()
    repeats = max(1, int(length / (time.perf_counter() - start)))
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(repeats):
            call()
        times.append((time.perf_counter() - start) / repeats)
    return statistics.median(times)


for workload in sys.argv[2] if len(sys.argv) > 2 else "abcde":
    if workload == "d":
        call, rows = forward_d()
    else:
        torch.set_grad_enabled(True)
        call, rows = training_step({"a": net_a, "b": net_b, "c": net_c, "e": net_e}[workload])
    print(f"{workload} {rows / seconds(call):.0f}", flush=True)
