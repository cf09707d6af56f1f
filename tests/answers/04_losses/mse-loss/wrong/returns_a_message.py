# misconception: You return a text, or None, if the shapes differ. Raise a ValueError, so that
#   nobody can go on.
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.shape != wanted.shape:
            return "the shapes differ"
        return Tensor(np.mean((predictions.data - wanted) ** 2))
