# misconception: You multiply the differences by 2. The square of d is d ** 2.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.mean((predictions.data - wanted) * 2))
