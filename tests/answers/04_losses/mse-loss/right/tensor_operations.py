# style: operations of Tensor
#| export
class MSELoss(Layer):
    def forward(self, predictions, targets):
        targets = Tensor(targets)
        if targets.shape != predictions.shape:
            raise ValueError("predictions and targets have different shapes")
        return ((predictions - targets) ** 2).mean()
