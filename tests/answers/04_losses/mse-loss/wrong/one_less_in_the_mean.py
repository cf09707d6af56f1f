# misconception: You divide by n - 1, as for a variance. The mean of n squares divides by n.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.sum((predictions.data - wanted) ** 2) / max(wanted.size - 1, 1))
