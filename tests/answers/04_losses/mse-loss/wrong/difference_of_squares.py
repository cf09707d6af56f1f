# misconception: You subtract the squares from each other. Subtract first, and then square the
#   differences.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.mean(predictions.data**2 - wanted**2))
