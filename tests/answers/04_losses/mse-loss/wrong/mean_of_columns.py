# misconception: You take the mean along the first axis only, so a table gives a row of numbers.
#   Leave the axis out.
# rank: 40
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.mean((predictions.data - wanted) ** 2, axis=0))
