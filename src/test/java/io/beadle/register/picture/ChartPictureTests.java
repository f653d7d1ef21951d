package io.beadle.register.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.beadle.card.TestCards;
import io.beadle.register.Figures;
import io.beadle.register.TrendPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartPictureTests {
    private static final int NOW = 0xFF4F52B2;
    private static final int BEFORE = 0xFFE0A030;

    private final ChartPicture picture = new ChartPicture(TestCards.bundled().messages());

    @Test
    void isSmallEnoughForACardAndShowsBothYearsOnAGroundOfItsOwn() throws IOException {
        byte[] png = picture.of(trend(i -> 900 * i % 1_013, i -> 700 * i % 911)).orElseThrow();
        assertThat(png).hasSizeLessThanOrEqualTo(TrendPicture.LARGEST);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(520);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).contains(NOW, BEFORE);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aYearWithoutIncidentsIsDrawnToo() {
        assertThat(picture.of(trend(i -> 0, i -> 0))).isPresent();
    }

    private static List<Figures.Month> trend(IntUnaryOperator now, IntUnaryOperator before) {
        return IntStream.range(0, 12)
                .mapToObj(i -> new Figures.Month(
                        YearMonth.of(2025, 11).plusMonths(i), now.applyAsInt(i), before.applyAsInt(i)))
                .toList();
    }
}
