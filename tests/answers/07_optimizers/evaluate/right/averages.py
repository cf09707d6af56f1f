# style: NumPy's weighted averages of three lists
#| export
def evaluate(model, loader, loss):
    losses, shares, sizes = [], [], []
    for batch, target in loader:
        with no_grad():
            answer = model.forward(batch, training=False)
            losses.append(loss(answer, target).data.item())
            shares.append(accuracy(answer, target))
        sizes.append(len(batch.data))
    return float(np.average(losses, weights=sizes)), float(np.average(shares, weights=sizes))
