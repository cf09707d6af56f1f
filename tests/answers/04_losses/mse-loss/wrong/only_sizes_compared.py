# misconception: You compare how many elements there are. (2, 3) and (3, 2) have equally many and
#   do not fit: compare the shapes.
# rank: 20
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        wanted = Tensor(targets).data
        if predictions.size != wanted.size:
            raise ValueError("sizes differ")
        return Tensor(np.mean((predictions.data.ravel() - wanted.ravel()) ** 2))
