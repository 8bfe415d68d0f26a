using KneeTwitch.Pipeline.Importing.Cronometer;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Cronometer;

public class CronometerDrinksTests
{
    [Theory]
    [InlineData("Tap Water", "8.00 fl oz", 236.59)]
    [InlineData("Coffee, Brewed from Grounds", "200.00 g", 198.0)]
    [InlineData("Coffee with Milk", "1.00 cup", 230.0)]
    [InlineData("Whole Milk", "250 ml", 220.0)]
    [InlineData("Orange Juice, Fresh", "1.00 cup", 218.0)]
    [InlineData("Mineralwasser", "300 g", 300.0)]
    [InlineData("Jus d'orange", "200 g", 175.0)]
    [InlineData("Electrolyte mix, prepared", "500 ml", 490.0)]
    public void What_is_drunk_counts_by_the_water_in_it(string name, string amount, double water) =>
        Assert.Equal(water, CronometerDrinks.Ml(name, amount, water, alcoholGrams: 0));

    [Theory]
    [InlineData("Watermelon, Raw", "1.00 cup", 139.0)]
    [InlineData("Water Chestnuts", "100 g", 86.0)]
    [InlineData("Tuna in Water", "1.00 can", 120.0)]
    [InlineData("Cooked Rice", "1.00 cup", 108.0)]
    [InlineData("Coffee Cake", "1 slice", 30.0)]
    [InlineData("Milk Chocolate", "100 g", 25.0)]
    [InlineData("Tomato Soup", "250 ml", 230.0)]
    [InlineData("Soy Sauce", "30 ml", 21.0)]
    [InlineData("Yogurt, Plain", "8.00 oz", 190.0)]
    public void Moisture_in_food_is_no_drink(string name, string amount, double water) =>
        Assert.Null(CronometerDrinks.Ml(name, amount, water, alcoholGrams: 0));

    [Fact]
    public void Powder_for_a_drink_is_not_one_yet() => Assert.Null(CronometerDrinks.Ml("Instant Coffee", "2 g", 0.06, 0));

    [Fact]
    public void Without_a_value_for_water_the_amount_counts_and_without_both_nothing_does()
    {
        Assert.Equal(236.588, CronometerDrinks.Ml("Iced Coffee", "8.00 fl oz", null, null) ?? 0, 3);
        Assert.Null(CronometerDrinks.Ml("Iced Coffee", "1.00 full recipe", null, null));
    }

    [Theory]
    [InlineData("Wine, Red", 130.0, 15.6, false)]
    [InlineData("Beer, Light", 340.0, 3.5, true)]
    [InlineData("Beer, Alcohol Free", 340.0, null, true)]
    public void A_strong_drink_is_no_fluid(string name, double water, double? alcohol, bool isFluid) =>
        Assert.Equal(isFluid, CronometerDrinks.Ml(name, "1.00 glass", water, alcohol) is not null);
}
