# misconception: The yield is missing, so the block cannot run. It stands where the block runs,
#   inside the try.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    Recording.on = before
