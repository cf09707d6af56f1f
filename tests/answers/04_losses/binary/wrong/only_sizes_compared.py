# misconception: You compare how many elements there are. Compare the shapes.
# read: Shapes must be equal
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.size != y.size:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")
        p, y = p.ravel(), y.ravel()

        with np.errstate(divide="ignore"):
            yes, no = np.maximum(np.log(p), -100), np.maximum(np.log(1 - p), -100)
        return Tensor(-np.mean(y * yes + (1 - y) * no))
