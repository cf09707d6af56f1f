# misconception: Only 0 is refused, and other sizes are cut to whole numbers. Raise a ValueError
#   for every size that is below 1 or not whole.
# rank: 120
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if in_features == 0 or out_features == 0:
            raise ValueError("sizes must not be zero")
        in_features, out_features = int(in_features), int(out_features)
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Tensor(np.random.normal(0.0, 1.0 / np.sqrt(in_features), (in_features, out_features)))
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        y = x @ self.weight
        if self.bias is None:
            return y
        return y + self.bias

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
