# style: probabilities kept above exp(-100) in double precision, which is the bound of
#   -100
#| export
class BinaryCrossEntropyLoss(Layer):
    def forward(self, predictions, targets):
        p, y = predictions.data, Tensor(targets).data
        if p.shape != y.shape:
            raise ValueError("shapes differ")
        if np.any(p < 0) or np.any(p > 1):
            raise ValueError("not a probability")

        least = np.exp(-100.0)
        yes = np.log(np.maximum(p.astype(np.float64), least))
        no = np.log(np.maximum(1 - p.astype(np.float64), least))
        return Tensor(-np.mean(y * yes + (1 - y) * no))
