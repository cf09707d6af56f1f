# misconception: Your Layer is an abstract class, so Layer() cannot be made. Write an ordinary
#   class whose forward raises NotImplementedError.
# read: 1. Layer
from abc import ABC, abstractmethod


class Layer(ABC):
    @abstractmethod
    def forward(self, x):
        raise NotImplementedError

    def __call__(self, x, *args, **kwargs):
        return self.forward(x, *args, **kwargs)

    def parameters(self):
        return []
