# misconception: You print the numbers. Return them, so that the caller can use them.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data) * x.shape[0]
            right += accuracy(scores, y) * x.shape[0]
            count += x.shape[0]
    print(total / count, right / count)
