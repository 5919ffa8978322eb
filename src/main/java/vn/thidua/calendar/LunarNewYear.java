package vn.thidua.calendar;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * The first day of Tết, by the astronomical rules of the Vietnamese calendar (new moons and the sun's longitude at UTC+7, after Hồ
 * Ngọc Đức). Only for checking that a year's holidays are there: the days off themselves are data.
 */
public final class LunarNewYear {
    private static final double ZONE_HOURS = 7;
    private static final double SYNODIC_MONTH = 29.530588853;

    private LunarNewYear() {}

    public static LocalDate of(int year) {
        long month11 = lunarMonth11(year - 1);
        int lunation = lunation(month11);
        long nextMonth11 = lunarMonth11(year);
        boolean leapYear = nextMonth11 - month11 > 365;
        int offset = leapYear && leapOffset(lunation) <= 2 ? 3 : 2;
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, newMoon(lunation + offset));
    }

    /** The day of the new moon that begins the month with the winter solstice. */
    private static long lunarMonth11(int year) {
        long lastDay = LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY);
        int k = (int) ((lastDay - 2415021) / SYNODIC_MONTH);
        long newMoon = newMoon(k);
        return sunSector(newMoon) >= 9 ? newMoon(k - 1) : newMoon;
    }

    /** How many months after month 11 the leap month (in which the sun enters no new sector pair) comes. */
    private static int leapOffset(int lunation) {
        int offset = 1;
        long last;
        long sector = sunSector(newMoon(lunation + offset));
        do {
            last = sector;
            offset++;
            sector = sunSector(newMoon(lunation + offset));
        } while (sector != last && offset < 14);
        return offset - 1;
    }

    private static int lunation(long day) {
        return (int) Math.floor((day - 2415021.076998695) / SYNODIC_MONTH + 0.5);
    }

    /** Julian day number of the k-th new moon after 1900-01-01 (Meeus). */
    private static long newMoon(int k) {
        double t = k / 1236.85;
        double t2 = t * t;
        double t3 = t2 * t;
        double day = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3;
        day += 0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
        double sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
        double moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
        double node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
        double shift = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon);
        shift += 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon) + 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon);
        shift += -0.0074 * sin(sun - moon) + 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun);
        shift += -0.0006 * sin(2 * node + moon) + 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun);
        double deltaT = -0.000278 + 0.000265 * t + 0.000262 * t2;
        return (long) Math.floor(day + shift - deltaT + 0.5 + ZONE_HOURS / 24);
    }

    /** In which twelfth of its way the sun stands when the day begins. */
    private static long sunSector(long julianDay) {
        double t = (julianDay - 0.5 - ZONE_HOURS / 24 - 2451545.0) / 36525;
        double anomaly = 357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t;
        double longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t;
        longitude += (1.914600 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly);
        longitude += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly);
        return (long) Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
