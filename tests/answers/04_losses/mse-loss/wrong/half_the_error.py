# misconception: You have a factor 1/2. Some textbooks use it; the mean squared error has none.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.mean((predictions.data - wanted) ** 2) / 2)
