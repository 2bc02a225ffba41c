"""Reference numbers for LayersMatchPyTorchTest: forward and gradients of single layers in float64.

Run with: python3 src/test/python/layers_reference.py > src/test/resources/layers_reference.txt
"""
import torch
from torch.nn import functional as F

torch.manual_seed(2)
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
        line(f"{name}.d{key}", value.grad)


def leaf(*shape):
    return torch.randn(*shape, requires_grad=True)


def conv(batch, channels, height, width, filters, size, stride, padding):
    x, w, b = leaf(batch, channels, height, width), leaf(filters, channels, size, size), leaf(filters)
    y = F.conv2d(x, w, b, stride, padding)
    gradients(f"conv_{batch}_{channels}_{height}_{width}_{filters}_{size}_{stride}_{padding}", y, x=x, W=w, b=b)


for shape in [(2, 3, 5, 4, 2, 3, 1, 1), (1, 1, 1, 1, 1, 1, 1, 0), (2, 2, 7, 5, 3, 3, 2, 1), (1, 2, 6, 9, 2, 4, 3, 2),
              (2, 2, 4, 4, 9, 2, 1, 0), (1, 3, 8, 8, 1, 5, 2, 0)]:
    conv(*shape)

for height, width, size, stride in [(5, 7, 2, 2), (6, 6, 3, 2), (4, 5, 2, 1), (1, 1, 1, 1)]:
    x = torch.randint(0, 3, (2, 2, height, width)).double().requires_grad_(True)  # many ties
    gradients(f"pool_{height}_{width}_{size}_{stride}", F.max_pool2d(x, size, stride), x=x)

for name, shape, norm in [("dense", (6, 3), torch.nn.BatchNorm1d(3)), ("image", (3, 2, 3, 2), torch.nn.BatchNorm2d(2))]:
    with torch.no_grad():
        norm.weight.copy_(torch.randn_like(norm.weight))
        norm.bias.copy_(torch.randn_like(norm.bias))
    line(f"norm_{name}.gamma", norm.weight)
    line(f"norm_{name}.beta", norm.bias)
    for step in range(3):
        x = (3 * torch.randn(*shape) + 5).requires_grad_(True)
        norm.zero_grad()
        gradients(f"norm_{name}.{step}", norm(x), x=x)
        line(f"norm_{name}.{step}.dgamma", norm.weight.grad)
        line(f"norm_{name}.{step}.dbeta", norm.bias.grad)
    line(f"norm_{name}.mean", norm.running_mean)
    line(f"norm_{name}.variance", norm.running_var)
    norm.eval()
    norm.zero_grad()
    x = (3 * torch.randn(*shape) + 5).requires_grad_(True)
    gradients(f"norm_{name}.eval", norm(x), x=x)
    line(f"norm_{name}.eval.dgamma", norm.weight.grad)
    line(f"norm_{name}.eval.dbeta", norm.bias.grad)
