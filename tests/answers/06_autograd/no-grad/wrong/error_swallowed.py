# misconception: You catch the error of the block. It has to go on its way: use try with finally,
#   without except.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    before, Recording.on = Recording.on, False
    try:
        yield
    except Exception:
        pass
    finally:
        Recording.on = before
