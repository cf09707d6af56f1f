# misconception: You square the mean of the differences. Square each difference first, and then
#   take the mean.
# rank: 30
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.mean(predictions.data - wanted) ** 2)
