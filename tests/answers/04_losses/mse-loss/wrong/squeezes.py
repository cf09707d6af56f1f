# misconception: You drop axes of length 1 before you compare the shapes, so (n, 1) and (n,)
#   count as equal. They are different shapes: raise a ValueError.
# rank: 26
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        one, other = np.squeeze(predictions.data), np.squeeze(Tensor(targets).data)
        if one.shape != other.shape:
            raise ValueError("shapes differ")
        return Tensor(np.mean((one - other) ** 2))
