# misconception: You write into the targets. Make a new array for the differences.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = targets.data if isinstance(targets, Tensor) else np.asarray(targets, dtype=np.float32)
        if predictions.shape != wanted.shape:
            raise ValueError("shapes differ")
        wanted -= predictions.data
        return Tensor(np.mean(wanted**2))
