# style: a loop over the elements, with Python's own numbers
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")

        import math

        def bounded(x):
            return max(math.log(x), -100.0) if x > 0 else -100.0

        costs = [-(t * bounded(q) + (1 - t) * bounded(1 - q)) for q, t in zip(p.ravel().tolist(), y.ravel().tolist())]
        return Tensor(sum(costs) / len(costs))
