# misconception: You compare the lengths of the first axes only. Compare the whole shapes.
# rank: 30
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if wanted.ndim == 0 or len(predictions.data) != len(wanted):
            raise ValueError("lengths differ")
        return Tensor(np.mean((predictions.data - wanted) ** 2))
