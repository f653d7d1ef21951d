package io.beadle.register.picture;

import io.beadle.content.Messages;
import io.beadle.register.Figures;
import io.beadle.register.TrendPicture;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Two columns a month, in two colours that differ in brightness too, on a white ground of its own. Sixteen colours and no smoothing
 * make it a fifth as large: the card holds it whole.
 */
@Component
class ChartPicture implements TrendPicture {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 240;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);

    private static final int INK = 0x242424;
    private static final int NOW = 0x4F52B2;
    private static final int BEFORE = 0xE0A030;
    private static final int GRID = 0xD0D0D0;
    private static final int WHITE = 0xFFFFFF;

    private static final Logger log = LoggerFactory.getLogger(ChartPicture.class);

    private final Messages messages;

    ChartPicture(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<byte[]> of(List<Figures.Month> trend) {
        try {
            byte[] png = png(chart(trend));
            if (png.length <= LARGEST) {
                return Optional.of(png);
            }
            log.warn("picture too large bytes={}", png.length);
        } catch (IOException | RuntimeException | InternalError | LinkageError e) {
            // a server without fonts: the figures stand beside the picture as text
            log.warn("picture not drawn cause={}", e.getClass().getName());
        }
        return Optional.empty();
    }

    private CategoryChart chart(List<Figures.Month> trend) {
        CategoryChart chart =
                new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
        style(chart.getStyler());
        List<String> months =
                trend.stream().map(month -> MONTH.format(month.month())).toList();
        chart.addSeries(
                messages.text("figures.trend.now"),
                months,
                trend.stream().map(Figures.Month::incidents).toList());
        chart.addSeries(
                messages.text("figures.trend.before"),
                months,
                trend.stream().map(Figures.Month::before).toList());
        return chart;
    }

    private static void style(CategoryStyler style) {
        Color white = new Color(WHITE);
        style.setAntiAlias(false);
        style.setChartTitleVisible(false);
        style.setChartBackgroundColor(white);
        style.setPlotBackgroundColor(white);
        style.setPlotBorderVisible(false);
        style.setPlotGridVerticalLinesVisible(false);
        style.setPlotGridLinesColor(new Color(GRID));
        style.setChartFontColor(new Color(INK));
        style.setSeriesColors(new Color[] {new Color(NOW), new Color(BEFORE)});
        style.setLegendPosition(Styler.LegendPosition.OutsideS);
        style.setLegendLayout(Styler.LegendLayout.Horizontal);
        style.setLegendBorderColor(white);
        style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        style.setDecimalPattern("#");
        style.setYAxisMin(0d);
        style.setChartPadding(6);
    }

    private static byte[] png(CategoryChart chart) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette());
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setColor(new Color(WHITE));
            canvas.fillRect(0, 0, WIDTH, HEIGHT);
            chart.paint(canvas, WIDTH, HEIGHT);
        } finally {
            canvas.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** The colours used and greys between; four bits a pixel. */
    private static IndexColorModel palette() {
        int[] colours = {
            WHITE, INK, NOW, BEFORE, GRID, 0x000000, 0x404040, 0x606060, 0x707070, 0x808080, 0x909090, 0xA0A0A0,
            0xB0B0B0, 0xC0C0C0, 0xE8E8E8, 0xF4F4F4
        };
        byte[] red = new byte[colours.length];
        byte[] green = new byte[colours.length];
        byte[] blue = new byte[colours.length];
        for (int i = 0; i < colours.length; i++) {
            Color colour = new Color(colours[i]);
            red[i] = (byte) colour.getRed();
            green[i] = (byte) colour.getGreen();
            blue[i] = (byte) colour.getBlue();
        }
        return new IndexColorModel(4, colours.length, red, green, blue);
    }
}
