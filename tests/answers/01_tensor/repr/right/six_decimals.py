# style: A formatter with six decimals and lines of text joined by newlines.
@patch_to(Tensor)
def __repr__(self) -> str:
    numbers = np.array2string(self.data, formatter={"float_kind": lambda v: f"{v:.6f}"}, threshold=100)
    lines = ["<Tensor", f"shape {self.shape}", numbers + ">"]
    return "\n".join(lines)
