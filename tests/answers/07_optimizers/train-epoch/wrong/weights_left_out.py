# misconception: You divide the sum of the batches' means by the number of samples. Multiply each
#   mean by its samples first.
# read: The mean of means
# rank: 20
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        total += float(value.data)
        count += x.shape[0]
    return total / count
