# misconception: All columns of your weight are the same, so all outputs are. Draw a table of
#   shape (in_features, out_features).
# read: Where the weights start
# rank: 90
class Linear(Layer):
    def __init__(self, in_features, out_features, bias=True):
        if not isinstance(in_features, (int, np.integer)) or in_features < 1:
            raise ValueError("in_features must be a positive integer")
        if not isinstance(out_features, (int, np.integer)) or out_features < 1:
            raise ValueError("out_features must be a positive integer")
        self.in_features = in_features
        self.out_features = out_features
        column = np.random.randn(in_features, 1) * np.sqrt(1.0 / in_features)
        self.weight = Tensor(np.repeat(column, out_features, axis=1))
        if bias:
            self.bias = Tensor(np.zeros(out_features))
        else:
            self.bias = None

    def forward(self, x):
        output = x.matmul(self.weight)
        if self.bias is not None:
            output = output + self.bias
        return output

    def parameters(self):
        return [p for p in (self.weight, self.bias) if p is not None]
