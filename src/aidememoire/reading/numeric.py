"""The little arithmetic that is done outside the model, on what it gives."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear layer: its `weight` (out × in) and `bias` (out)."""

    weight: Array
    bias: Array

    def __call__(self, x: Array) -> Array:
        """The layer's output for `x` (… × in)."""
        out: Array = x @ self.weight.T + self.bias
        return out


def gelu(x: Array) -> Array:
    """The Gaussian error linear unit (Hendrycks and Gimpel 2016) by its tanh form, within 0.001 of the exact one."""
    inner: Array = np.tanh(np.float32(0.7978846) * (x + np.float32(0.044715) * x**3))
    return np.float32(0.5) * x * (1 + inner)
