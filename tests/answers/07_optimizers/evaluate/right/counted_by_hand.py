# style: right answers counted without accuracy
#| export
@no_grad()
def evaluate(model, loader, loss):
    count, right, mean = 0, 0, 0.0
    for x, y in loader:
        size = x.shape[0]
        scores = model(x, training=False)
        right += int(np.sum(np.argmax(scores.data, axis=-1) == y.data))
        mean = (mean * count + loss(scores, y).data.item() * size) / (count + size)
        count += size
    return mean, right / count
