# misconception: You use math.exp, which raises an error for large x. np.tanh is safe.
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
