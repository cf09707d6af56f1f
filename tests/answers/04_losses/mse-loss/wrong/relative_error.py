# misconception: You divide the difference by the target. The difference itself is squared.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.mean(((predictions.data - wanted) / np.where(wanted == 0, 1, wanted)) ** 2))
