# misconception: You return the loss of the first batch. Return the mean over all samples.
# rank: 25
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
        if count == 0:
            total, count = float(value.data), 1
    return total / count
