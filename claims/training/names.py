"""Names for articles to be told with: of people from many countries, and of cities."""


def _words(lines: str) -> tuple[str, ...]:
    """The words of ``lines``, in which a low line stands for a blank."""
    return tuple(word.replace("_", " ") for word in lines.split())


GIVEN = _words(
    """
    Aarav Abena Adaeze Agnieszka Ahmed Aiko Akua Alasdair Alejandra Amara Amina Anders Andrei Anjali Aoife Arjun
    Astrid Ayesha Beatriz Bilal Birgit Bogdan Carlos Catarina Chidi Chloe Ciara Dagny Dimitri Duc Eilidh Elif Emeka
    Esra Eszter Farah Fatima Femi Finn Folake Gareth Goran Hana Hassan Helga Hiroshi Ifeoma Ilse Imran Ines Ingrid
    Ismail Ivana Jaan Jasmin Joao Jomo Kamala Karim Katya Kavita Kenji Khadija Kofi Kwame Lars Leila Liam Lindiwe
    Lotte Luca Mai Malik Marek Mariam Marta Mehmet Mei Mikko Minh Mohammed Musa Nadia Naledi Niamh Nikola Nkechi
    Noor Olena Olga Omar Oscar Pablo Paolo Parvati Petra Pita Priya Rafael Rania Rashid Ravi Rhys Rosa Sana Sanjay
    Selin Sergei Sibusiso Sigrid Siobhan Sofia Suda Sunita Tariq Tendai Teresa Thandi Tomas Tunde Ursula Vera Viktor
    Wanjiru Wei Xavier Yasmin Yusuf Zainab Zanele Zeynep Zsofia
    """
)
"""Given names."""

FAMILY = _words(
    """
    Abara Abdullah Achterberg Adebayo Agarwal Ahlstrom Akhtar Alvarez Amoah Andersson Antonescu Asante Aydin Balogun
    Banerjee Barbosa Bello Bergstrom Boateng Bondarenko Botha Campbell Castillo Chatterjee Chen Chukwu Costa Danso
    Demir Deshpande Dlamini Dube Eriksen Evans Farouk Fernandes Fitzgerald Fonseca Gallagher Garcia Ghosh Gomez
    Griffiths Gupta Haddad Halonen Hansen Hashemi Horvat Hosseini Ibrahim Igwe Ivanov Jansen Jovanovic Kamau Kapoor
    Karlsson Kaya Keller Khalil Khan Kim Kowalski Kozak Kumar Larsen Lim Lindqvist Lungu Mahlangu Malik Marchetti
    Mbeki Mehta Mensah Moreau Mukherjee Murphy Mwangi Nagy Nair Nakamura Ndlovu Nguyen Novak Nwosu Nyong Obi Ochieng
    Odhiambo Okafor Okonkwo Oliveira Osei Owusu Pahor Papadakis Park Patel Pereira Petrov Phiri Popescu Qureshi
    Rahman Ramos Reddy Reyes Rossi Saito Salazar Santos Schreiber Shah Sharma Silva Singh Sithole Sokolov Suzuki
    Szabo Tanaka Tembo Thapa Tran Traore Ueda Usman Vargas Virtanen Wang Weber Wright Yamamoto Yildiz Zhang Zulu
    """
)
"""Family names."""

PLACES = _words(
    """
    Abuja Accra Adelaide Amman Ankara Athens Auckland Bamako Bangkok Belfast Belgrade Bogota Brussels Bucharest
    Cape_Town Cardiff Colombo Dakar Delhi Dhaka Dublin Durban Edinburgh Glasgow Hanoi Harare Helsinki Jakarta
    Kampala Karachi Kathmandu Kyiv Lagos Leeds Lima London Lusaka Madrid Manila Melbourne Mumbai Nairobi Oslo Ottawa
    Perth Prague Quito Riga Santiago Seoul Singapore Sofia Tbilisi Tunis Vienna Warsaw Yerevan Zagreb
    """
)
"""Cities."""

NOT_OF_PEOPLE = _words(
    """
    White House New York United States Supreme Court Senate Congress National State Department Committee Democratic
    Republican Party Conservative Governor President Senator Secretary Fox News Wall Street Journal Times Washington
    Post Associated Press University College Institute Center Association Council Federal Bureau Justice Defense
    American Americans South North West East Carolina Hampshire Jersey Mexico Islamic Trump Campaign Union Black
    Lives Matter Super Speaker Majority Leader Minority Attorney General District The This That And But Former
    """
)
"""Words with a capital that stand beside another such word and are no name of a person, in PolNeAR."""
