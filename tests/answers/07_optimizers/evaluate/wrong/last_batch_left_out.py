# misconception: You leave out a smaller batch at the end. Count it like every other.
#| export
def evaluate(model, loader, loss):
    total, right, count, size = 0.0, 0.0, 0, 0
    with no_grad():
        for x, y in loader:
            size = size or x.shape[0]
            if x.shape[0] < size:
                break
            scores = model(x, training=False)
            total += float(loss(scores, y).data) * x.shape[0]
            right += accuracy(scores, y) * x.shape[0]
            count += x.shape[0]
    return total / count, right / count
