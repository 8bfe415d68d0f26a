using KneeTwitch.Core.Diary;
using Xunit;

namespace KneeTwitch.Core.Tests.Diary;

public class MedicinesTests
{
    [Theory]
    [InlineData("Ritalin", MedicineClass.Stimulant)]
    [InlineData("CONCERTA 36 mg", MedicineClass.Stimulant)]
    [InlineData("Medikinet adult 20mg", MedicineClass.Stimulant)]
    [InlineData("Methylphenidathydrochlorid-neuraxpharm", MedicineClass.Stimulant)]
    [InlineData("Elvanse", MedicineClass.Stimulant)]
    [InlineData("Adderall XR", MedicineClass.Stimulant)]
    [InlineData("atomoxetine", MedicineClass.Stimulant)]
    [InlineData("HCT 25", MedicineClass.Diuretic)]
    [InlineData("Hydrochlorothiazid beta 12,5 mg", MedicineClass.Diuretic)]
    [InlineData("Furosemid-ratiopharm 40", MedicineClass.Diuretic)]
    [InlineData("Lasix", MedicineClass.Diuretic)]
    [InlineData("Torasemid", MedicineClass.Diuretic)]
    [InlineData("Spironolacton 50", MedicineClass.Diuretic | MedicineClass.SparesPotassium | MedicineClass.RaisesPotassium)]
    [InlineData("Aldactone", MedicineClass.Diuretic | MedicineClass.SparesPotassium | MedicineClass.RaisesPotassium)]
    [InlineData("co-amilozide 5/50", MedicineClass.Diuretic | MedicineClass.SparesPotassium | MedicineClass.RaisesPotassium)]
    [InlineData("Salbutamol 100 mcg", MedicineClass.AsthmaMedicine)]
    [InlineData("Salbutamolsulfat Dosieraerosol", MedicineClass.AsthmaMedicine)]
    [InlineData("ventolin HFA", MedicineClass.AsthmaMedicine)]
    [InlineData("Symbicort Turbohaler 160/4.5", MedicineClass.AsthmaMedicine)]
    [InlineData("Théophylline retard", MedicineClass.AsthmaMedicine)]
    [InlineData("Spiropent", MedicineClass.AsthmaMedicine)]
    [InlineData("Sortis 20", MedicineClass.Statin)]
    [InlineData("Atorvastatin-Calcium", MedicineClass.Statin)]
    [InlineData("Atorvastatincalcium", MedicineClass.Statin)]
    [InlineData("Inegy", MedicineClass.Statin)]
    [InlineData("Ramipril5mg", MedicineClass.RaisesPotassium)]
    [InlineData("Entresto", MedicineClass.RaisesPotassium)]
    [InlineData("Candesartan", MedicineClass.RaisesPotassium)]
    public void A_name_is_known_by_substance_and_brand_inside_longer_names(string name, MedicineClass expected) =>
        Assert.Equal(expected, Medicines.ClassOf(new Medicine { Name = name }));

    [Theory]
    [InlineData("Ramipril HCT 5/25")]
    [InlineData("Hyzaar")]
    public void A_combination_is_all_that_it_holds(string name) =>
        Assert.Equal(MedicineClass.Diuretic | MedicineClass.RaisesPotassium, Medicines.ClassOf(new Medicine { Name = name }));

    [Theory]
    [InlineData("Nystatin")]
    [InlineData("Somatostatin")]
    [InlineData("Concor")]
    [InlineData("Losec")]
    [InlineData("Salbei")]
    [InlineData("Sotalol")]
    [InlineData("Ritalinsäure")]
    [InlineData("Theobromine")]
    [InlineData("Aldara")]
    [InlineData("Bisoprolol 2.5 mg")]
    [InlineData("Aquaphor")]
    [InlineData("my pink pill")]
    [InlineData("123")]
    [InlineData("")]
    public void A_near_miss_is_not_known(string name)
    {
        Assert.Equal(MedicineClass.None, Medicines.ClassOf(new Medicine { Name = name }));
        Assert.Empty(Medicines.AtcOf(name));
    }

    [Fact]
    public void A_written_code_wins_over_the_name()
    {
        Assert.Equal(MedicineClass.Statin, Medicines.ClassOf(new Medicine { Name = "Salbutamol", Atc = "c10aa05" }));
        Assert.Equal(MedicineClass.None, Medicines.ClassOf(new Medicine { Name = "Salbutamol", Atc = "A02BC01" }));
        Assert.Equal(MedicineClass.AsthmaMedicine, Medicines.ClassOf(new Medicine { Name = "my pink pill", Atc = "R03DA04" }));
    }

    [Theory]
    [InlineData("C03AA03", MedicineClass.Diuretic)]
    [InlineData("C03DA01", MedicineClass.Diuretic | MedicineClass.SparesPotassium | MedicineClass.RaisesPotassium)]
    [InlineData("C09AA05", MedicineClass.RaisesPotassium)]
    [InlineData("C09CA01", MedicineClass.RaisesPotassium)]
    [InlineData("C10BA02", MedicineClass.Statin)]
    [InlineData("C10AB05", MedicineClass.None)]
    [InlineData("R03BA02", MedicineClass.None)]
    [InlineData("N06BC01", MedicineClass.None)]
    public void A_code_says_its_class(string atc, MedicineClass expected) =>
        Assert.Equal(expected, Medicines.ClassOf(new Dose { Name = "", Atc = atc }));
}
