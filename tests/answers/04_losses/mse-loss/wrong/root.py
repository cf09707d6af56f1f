# misconception: You take the square root at the end. The mean squared error has no root.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.sqrt(np.mean((predictions.data - wanted) ** 2)))
