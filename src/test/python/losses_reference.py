"""Reference numbers for LossesMatchPyTorchTest: losses with the gradients of scores or outputs, in float64.

Run with: python3 src/test/python/losses_reference.py > src/test/resources/losses_reference.txt
"""
import torch
from torch.nn import functional as F

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)
ROWS, CLASSES = 7, 4

z = 2 * torch.randn(ROWS, CLASSES)
labels = torch.tensor([0, 3, 2, 2, 0, 1, 2])
one_hot = F.one_hot(labels, CLASSES).double()
shares = torch.softmax(torch.randn(ROWS, CLASSES), 1)
numbers = 2 * torch.randn(ROWS, CLASSES)
weights = torch.tensor([0.5, 2, 0, 3])


def line(name, tensor):
    print(name, *(repr(v) for v in tensor.detach().reshape(-1).tolist()))


def loss(name, f):
    """Writes the loss of the scores and its gradient."""
    scores = z.clone().requires_grad_(True)
    value = f(scores)
    value.backward()
    line(name + ".loss", value)
    line(name + ".dz", scores.grad)


def negative_log_likelihood(p):
    """Cross-entropy of probabilities, with weights and smoothing, in terms of what PyTorch has for scores."""
    return F.cross_entropy(torch.log(p), labels, weight=weights, label_smoothing=0.3)


for name, tensor in {"z": z, "one_hot": one_hot, "shares": shares, "numbers": numbers}.items():
    line(name, tensor)

loss("plain", lambda s: F.cross_entropy(s, labels))
loss("weights", lambda s: F.cross_entropy(s, labels, weight=weights))
loss("smoothing", lambda s: F.cross_entropy(s, labels, label_smoothing=0.1))
loss("both", lambda s: F.cross_entropy(s, labels, weight=weights, label_smoothing=0.3))
loss("shares", lambda s: F.cross_entropy(s, shares))
loss("shares_smoothing", lambda s: F.cross_entropy(s, shares, label_smoothing=0.2))
loss("both_twice", lambda s: negative_log_likelihood(torch.softmax(torch.softmax(s, 1), 1)))
for margin in (1.0, 0.3, 2.5):
    loss(f"hinge_{margin}", lambda s: CLASSES * F.multi_margin_loss(s, labels, margin=margin))
loss("binary", lambda s: F.binary_cross_entropy_with_logits(s, one_hot))
loss("binary_shares", lambda s: F.binary_cross_entropy_with_logits(s, shares))
loss("binary_softmax", lambda s: F.binary_cross_entropy(torch.softmax(s, 1), one_hot))
loss("squared", lambda s: F.mse_loss(s, numbers))
loss("squared_softmax", lambda s: F.mse_loss(torch.softmax(s, 1), one_hot))
loss("squared_tanh", lambda s: F.mse_loss(torch.tanh(s), numbers))
loss("huber_sigmoid", lambda s: F.huber_loss(torch.sigmoid(s), one_hot, delta=0.4))
for delta in (1.0, 0.25, 3.0):
    loss(f"huber_{delta}", lambda s: F.huber_loss(s, numbers, delta=delta))
