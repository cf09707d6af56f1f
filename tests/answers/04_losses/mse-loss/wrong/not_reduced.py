# misconception: You return the square of every difference. A loss is one number: take their
#   mean.
# rank: 41
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor((predictions.data - wanted) ** 2)
