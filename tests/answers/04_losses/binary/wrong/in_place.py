# misconception: You change predictions.data. Make a new array.
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")
        predictions.data[:] = np.clip(p, 4e-44, 1)

        with np.errstate(divide="ignore"):
            yes, no = np.maximum(np.log(p), -100), np.maximum(np.log(1 - predictions.data), -100)
        return Tensor(-np.mean(y * yes + (1 - y) * no))
