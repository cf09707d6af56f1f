# misconception: You divide by the number of samples, that is, of rows. The mean is over all
#   elements.
# rank: 20
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            raise ValueError(f"predictions {predictions.shape}, targets {wanted.shape}")
        return Tensor(np.sum((predictions.data - wanted) ** 2) / len(wanted))
