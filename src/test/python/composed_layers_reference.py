"""Reference numbers for ComposedLayersMatchPyTorchTest: forward and gradients of single layers in float64.

Run with: python3 src/test/python/composed_layers_reference.py > src/test/resources/composed_layers_reference.txt
"""
import torch
from torch.nn import functional as F

torch.manual_seed(6)
torch.set_default_dtype(torch.float64)


def line(name, tensor):
    print(name, *(repr(v) for v in tensor.detach().reshape(-1).tolist()))


def gradients(name, y, **inputs):
    """Writes the inputs, the output, a random gradient of the output and the gradients of the inputs."""
    dy = torch.randn_like(y)
    y.backward(dy)
    line(name + ".y", y)
    line(name + ".dy", dy)
    for key, value in inputs.items():
        line(f"{name}.{key}", value)
        if value.requires_grad:
            line(f"{name}.d{key}", value.grad)


def leaf(*shape):
    return torch.randn(*shape, requires_grad=True)


x, w, b = leaf(2, 4, 3, 5), leaf(6, 4, 1, 1), leaf(6)
gradients("pointwise", F.conv2d(x, w, b), x=x, W=w, b=b)

for height, width, size, stride, padding, dilation in [(7, 6, 3, 1, 2, 2), (9, 8, 2, 2, 1, 3), (5, 5, 3, 1, 0, 1)]:
    x, w, b = leaf(2, 2, height, width), leaf(3, 2, size, size), leaf(3)
    y = F.conv2d(x, w, b, stride, padding, dilation)
    gradients(f"dilated_{height}_{width}_{size}_{stride}_{padding}_{dilation}", y, x=x, W=w, b=b)

for height, width, size, stride in [(5, 7, 2, 2), (6, 6, 3, 2), (4, 5, 2, 1), (7, 4, 2, 3), (1, 1, 1, 1)]:
    x = leaf(2, 3, height, width)
    gradients(f"avg_{height}_{width}_{size}_{stride}", F.avg_pool2d(x, size, stride), x=x)

x = leaf(3, 2, 4, 5)
gradients("globalAvg", F.adaptive_avg_pool2d(x, 1).reshape(3, 2), x=x)
x = torch.randint(0, 9, (3, 2, 4, 5)).double()
x = (x + 0.01 * torch.rand_like(x)).requires_grad_(True)
gradients("globalMax", F.adaptive_max_pool2d(x, 1).reshape(3, 2), x=x)

for name, shape in [("flat", (7,)), ("image", (2, 3, 4)), ("one", (1,))]:
    x = (3 * torch.randn(5, *shape) + 4).requires_grad_(True)
    gamma, beta = leaf(*shape), leaf(*shape)
    gradients("layerNorm_" + name, F.layer_norm(x, shape, gamma, beta), x=x, gamma=gamma, beta=beta)

x = torch.tensor([[3.0, 0, 3], [8, 1, 3]])
w = leaf(9, 4)
gradients("embedding", F.embedding(x.long(), w), x=x, W=w)

x, w, b = leaf(5, 4), leaf(4, 3 * 2), leaf(3 * 2)  # three pieces of two units
gradients("maxout", (x @ w + b).reshape(5, 3, 2).amax(1), x=x, W=w, b=b)

x, w1, b1, w2, b2 = leaf(6, 4), leaf(4, 3), leaf(3), leaf(3, 4), leaf(4)
gradients("residual", x + torch.relu(x @ w1 + b1) @ w2 + b2, x=x,
          **{"dense1.W": w1, "dense1.b": b1, "dense2.W": w2, "dense2.b": b2})
