# misconception: math.exp raises an OverflowError for large inputs.
import math


class Tanh:
    def forward(self, x):
        def one(v):
            return (math.exp(v) - math.exp(-v)) / (math.exp(v) + math.exp(-v))

        return Tensor(np.array([one(float(v)) for v in x.data.ravel()]).reshape(x.shape))

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        return []
