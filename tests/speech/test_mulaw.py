import numpy as np
import pytest

from voicebot.speech import mulaw


@pytest.mark.parametrize(
    ("code", "value"),
    # ITU-T G.711 tables 2a and 2b: the quantized values y at the ends of the eight segments, times 4.
    [
        (0x80, 8031),
        (0x8F, 4191),
        (0x9F, 2079),
        (0xAF, 1023),
        (0xBF, 495),
        (0xCF, 231),
        (0xDF, 99),
        (0xEF, 33),
        (0xFE, 2),
        (0xFF, 0),
    ],
)
def test_decoding_gives_the_values_of_the_standard(code: int, value: int) -> None:
    assert mulaw.decode(bytes([code]))[0] == value * 4
    assert mulaw.decode(bytes([code & 0x7F]))[0] == -value * 4


def test_every_code_survives_decoding_and_encoding_except_the_second_zero() -> None:
    codes = bytes(code for code in range(256) if code != 0x7F)
    assert mulaw.encode(mulaw.decode(codes)) == codes
    assert mulaw.encode(mulaw.decode(b"\x7f")) == bytes([mulaw.SILENCE])


@pytest.mark.parametrize(
    ("decision", "above"),
    # ITU-T G.711 table 2a: the decision values x at the ends of the segments, and the code above each.
    [(4063, 0x8F), (2015, 0x9F), (991, 0xAF), (479, 0xBF), (223, 0xCF), (95, 0xDF), (31, 0xEF)],
)
def test_encoding_decides_where_the_standard_decides(decision: int, above: int) -> None:
    samples = np.array([decision * 4, decision * 4 - 1, -decision * 4], np.int16)
    assert list(mulaw.encode(samples)) == [above, above + 1, above & 0x7F]


def test_what_is_too_loud_becomes_the_loudest_code() -> None:
    assert mulaw.encode(np.array([32_767, -32_768], np.int16)) == b"\x80\x00"
